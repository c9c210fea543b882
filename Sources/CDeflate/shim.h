// libdeflate: zlib streams of page contents and fonts.
#pragma once
#include <libdeflate.h>
