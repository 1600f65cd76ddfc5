"""The hub's own certificate: made once, known to kiosks by its fingerprint, which enrolment codes carry."""

import datetime
import hashlib
import ipaddress
import os
import ssl
from dataclasses import dataclass
from pathlib import Path

_BEGIN = "-----BEGIN CERTIFICATE-----"
YEARS = 30
"""Kiosks pin the certificate itself: running out would only cut them off."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """The file (PEM) that holds key and certificate, and the SHA-256 of the certificate (DER)."""

    file: Path
    fingerprint: bytes


def own(data: Path) -> Certificate:
    """The certificate of the hub in `data`, made at first use."""
    file = data / "hub-certificate.pem"
    if not file.exists():
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        put_once(file, _made())
    text = file.read_text("ascii")
    der = ssl.PEM_cert_to_DER_cert(text[text.index(_BEGIN) :])
    return Certificate(file, hashlib.sha256(der).digest())


def _made() -> bytes:
    """A new key and its certificate."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    secret = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "fingertip-glow-hub")])
    now = datetime.datetime.now(datetime.UTC)
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(secret.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=366))
        .not_valid_after(now + datetime.timedelta(days=365 * YEARS))
        .add_extension(names, critical=False)
        .sign(secret, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    key = secret.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    return key + certificate.public_bytes(serialization.Encoding.PEM)


def put_once(path: Path, content: bytes) -> None:
    """Write `path`, readable by its owner only, whole or not at all; one that is there by now stays."""
    part = path.with_suffix(f".{os.getpid()}.part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(handle, content)
        os.fsync(handle)
    finally:
        os.close(handle)
    try:
        os.link(part, path)  # server and command may start at once: the first one's counts
    except FileExistsError:
        pass
    finally:
        part.unlink()
