// libxlsxwriter: the editable receipt and the blank workbook.
#pragma once
#include <xlsxwriter.h>
