"""The people who look at the hub: roles, passwords, sessions, what each may see, and what they did."""
