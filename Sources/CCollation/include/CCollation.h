#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A collator of ICU; the header of ICU itself is kept out of Swift's sight.
typedef struct yanyin_collator yanyin_collator;

/// Opens a collator by locale and order (`zh@collation=pinyin`), comparing primary weights only.
/// Returns NULL where ICU's data lack it; never falls back to the order of the operating system.
yanyin_collator *yanyin_collator_open(const char *locale);

/// Closes a collator; NULL is allowed.
void yanyin_collator_close(yanyin_collator *collator);

/// Writes the sort key of a UTF-16 text, without the final zero. Returns its length, which may exceed
/// the capacity: then the key is cut and has to be asked for again. Safe to call from many threads.
size_t yanyin_collator_key(
    const yanyin_collator *collator, const uint16_t *text, size_t length, uint8_t *key,
    size_t capacity);

#ifdef __cplusplus
}
#endif
