"""What is due, from the rules of the method, and whether the term is on pace."""
