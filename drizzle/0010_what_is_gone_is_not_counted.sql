UPDATE events SET countable = false FROM posts JOIN meetings ON meetings.id = posts.meeting_id
	WHERE events.stream = meetings.stream AND events.seq = posts.seq AND events.countable
		AND (posts.deleted_at IS NOT NULL OR posts.hidden_at IS NOT NULL);
