### What only the demonstration shows.

demo-notice = This is a demonstration. All names and places are made up.
