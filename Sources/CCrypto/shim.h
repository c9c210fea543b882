// OpenSSL libcrypto: SHA-256 only.
#pragma once
#include <openssl/evp.h>
