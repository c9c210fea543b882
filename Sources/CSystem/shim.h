// Calls of the operating system that Swift's Glibc module does not show.
#pragma once

// How malloc grows and gives back memory: mallopt and its options.
#include <malloc.h>

// Writes everything of the file system that holds `fd` to the disk (Linux; hidden behind
// _GNU_SOURCE in <unistd.h>).
int syncfs(int fd);
