-- A number is one word of the index since now, however it is written, and the numbers of a list are told with its words: what
-- holds one is read anew, in the background.
INSERT INTO "search_due" ("kind", "subject_id")
	SELECT 'post', id FROM posts
	WHERE hidden_at IS NULL AND (doc::text ~ E'[0-9][ .,:''\u2019\u00a0\u2009\u202f][0-9]' OR doc::text LIKE '%orderedList%')
	UNION ALL SELECT 'file', id FROM files WHERE name ~ E'[0-9][ .,:''\u2019\u00a0\u2009\u202f][0-9]'
	UNION ALL SELECT 'meeting', id FROM meetings
	UNION ALL SELECT 'city', id FROM partners;
