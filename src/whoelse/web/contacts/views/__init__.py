"""The pages of people, of one person, and of imports."""
