"""What pages read: roll-ups and lists, limited by the scope that each of these functions takes."""
