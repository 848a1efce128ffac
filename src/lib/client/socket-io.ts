/** Of the library only what is used travels: what is fetched later as a whole cannot be left out in part. */
export { io } from 'socket.io-client';
