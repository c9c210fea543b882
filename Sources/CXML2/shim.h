// libxml2. Its ICU converter type would clash with the ICU module of Foundation, so the
// option is undefined before the headers that mention it; only an opaque struct changes.
#pragma once
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>

// `xmlFree` is a global function pointer, which Swift 6 will not read.
static inline void yanyin_xml_free(void *memory) { xmlFree(memory); }
