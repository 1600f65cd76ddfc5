"""Behind the PIN: door, pages, health. What a command line may use is free of Qt; `*_view_model.py` is not."""
