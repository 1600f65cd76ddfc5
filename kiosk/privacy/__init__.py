"""Voices and consents: what may be done with a take, how long it lives, and how it ends for good.

A home holds, besides the store's files:

- `keys/kiosk.key`: the kiosk's key, which wraps all others; see `kiosk_key` for where it lives on each system.
- `keys/<id>.key`: one wrapped data key for each kept take, and one for each voice in the consent register. They are
  in no backup: a backup or a copied disk without the key's file gives nothing away. Destroying the file is erasure.
- `keys/signing.pem`: what signs this base's own voice packs (`packs.studio`); it opens no recording.
- `takes/<id>/raw.sealed` and `broadcast.sealed`: a kept take and what was made of it; see `sealed`.
- `takes/passing/`: takes that end with the visit, sealed with keys that only memory holds. Emptied at every start.
- `erasures/<id>.json`: a receipt for each erasure; a restored backup or disk image is erased again by them.

What a stolen disk gives away: takes of visits nothing at all. Kept takes: nothing when the kiosk's key came from a
systemd credential sealed by a TPM or from Windows (DPAPI, without the account's password); everything that has
not been erased when the key lies in the home and the disk itself is not encrypted.
"""
