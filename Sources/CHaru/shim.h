// libharu: the document, page tree, object and xref layer (never its text API).
#pragma once
#include <hpdf.h>
