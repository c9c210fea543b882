#pragma once

#include <stdint.h>

// Where text may be broken, after ICU. Its headers stay in the .c file: they must not meet the ICU
// that Foundation brings along.

/// Writes the version of the ICU that runs, as "72.1.0.0" with a final zero; `text` has 20 bytes.
void yy_unicode_version(char *text);

/// ICU's break iterators for Chinese, opened when they are first asked for.
typedef struct yy_breaker yy_breaker;

/// Makes a breaker; NULL when memory is out.
yy_breaker *yy_breaker_create(void);

/// Frees a breaker; NULL is allowed.
void yy_breaker_free(yy_breaker *breaker);

/// Sets marks[i] to 1 where a line may start at UTF-16 unit i (0 < i < length), else to 0, by the
/// strict rules for Chinese. `marks` has `length` elements. Returns 0, or ICU's error code.
int32_t yy_breaker_lines(yy_breaker *breaker, const uint16_t *text, int32_t length, uint8_t *marks);

/// The same for the boundaries of words, from ICU's dictionary.
int32_t yy_breaker_words(yy_breaker *breaker, const uint16_t *text, int32_t length, uint8_t *marks);
