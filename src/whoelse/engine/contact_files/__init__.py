"""Who is in this file? One reader per format behind one detection by content."""
