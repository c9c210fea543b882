// Calls of the operating system that Swift's Glibc module does not show.
#pragma once

// Writes everything of the file system that holds `fd` to the disk (Linux; hidden behind
// _GNU_SOURCE in <unistd.h>).
int syncfs(int fd);
