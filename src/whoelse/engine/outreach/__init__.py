"""Is this message fit to send? A linter for messages and questions, and first drafts from facts."""
