"""What to ask in these minutes: a bank of questions and an exact plan."""
