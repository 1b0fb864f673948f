"""What addresses of the web and of e-mail are made of."""

SCHEMES = (
    "https?|s?ftp|mailto|doi|urn|file|data|news|tel|ssh|git|irc|wss?|info|arxiv|isbn|javascript|gopher|ldap"
)
_MAIL_WORD = r"[^\W_][\w!\"#$%&'*+\-/=?^{|}~;]*"
_DOMAIN = r"(?:[^\W_]|-(?=[^\W_]))+"
MAIL = rf"{_MAIL_WORD}(?:\.{_MAIL_WORD})*@{_DOMAIN}(?:\.{_DOMAIN})*"
