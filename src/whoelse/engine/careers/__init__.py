"""The career atlas and the matcher from a job title to an occupation."""
