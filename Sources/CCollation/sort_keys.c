#include "CCollation.h"

#include <limits.h>
#include <unicode/ucol.h>

yanyin_collator *yanyin_collator_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open(locale, &status);
  if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING) {
    if (collator != NULL) ucol_close(collator);
    return NULL;
  }
  ucol_setStrength(collator, UCOL_PRIMARY);
  return (yanyin_collator *)collator;
}

void yanyin_collator_close(yanyin_collator *collator) {
  if (collator != NULL) ucol_close((UCollator *)collator);
}

size_t yanyin_collator_key(
    const yanyin_collator *collator, const uint16_t *text, size_t length, uint8_t *key,
    size_t capacity) {
  if (length > INT32_MAX) length = INT32_MAX;
  if (capacity > INT32_MAX) capacity = INT32_MAX;
  int32_t written = ucol_getSortKey(
      (const UCollator *)collator, (const UChar *)text, (int32_t)length, key, (int32_t)capacity);
  return written > 0 ? (size_t)(written - 1) : 0;
}
