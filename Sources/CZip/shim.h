// libzip: the container of .xlsx workbooks.
#pragma once
#include <zip.h>
