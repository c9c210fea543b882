#include "CUnicode.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uversion.h>

struct yy_breaker {
  UBreakIterator *lines;
  UBreakIterator *words;
};

void yy_unicode_version(char *text) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, text);
}

yy_breaker *yy_breaker_create(void) { return calloc(1, sizeof(yy_breaker)); }

void yy_breaker_free(yy_breaker *breaker) {
  if (breaker == NULL) return;
  if (breaker->lines != NULL) ubrk_close(breaker->lines);
  if (breaker->words != NULL) ubrk_close(breaker->words);
  free(breaker);
}

static int32_t mark(
    UBreakIterator **iterator, UBreakIteratorType kind, const char *locale, const uint16_t *text,
    int32_t length, uint8_t *marks) {
  UErrorCode status = U_ZERO_ERROR;
  memset(marks, 0, (size_t)length);
  if (*iterator == NULL) {
    *iterator = ubrk_open(kind, locale, NULL, 0, &status);
    if (U_FAILURE(status)) return (int32_t)status;
  }
  ubrk_setText(*iterator, (const UChar *)text, length, &status);
  if (U_FAILURE(status)) return (int32_t)status;
  for (int32_t at = ubrk_first(*iterator); at != UBRK_DONE; at = ubrk_next(*iterator)) {
    if (at > 0 && at < length) marks[at] = 1;
  }
  return 0;
}

int32_t yy_breaker_lines(
    yy_breaker *breaker, const uint16_t *text, int32_t length, uint8_t *marks) {
  return mark(&breaker->lines, UBRK_LINE, "zh@lb=strict", text, length, marks);
}

int32_t yy_breaker_words(
    yy_breaker *breaker, const uint16_t *text, int32_t length, uint8_t *marks) {
  return mark(&breaker->words, UBRK_WORD, "zh", text, length, marks);
}
