/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a target of libFuzzer defines; replay.c calls it with the seeds where there is no libFuzzer. */
#ifndef MINUTEBOOK_FUZZ_H
#define MINUTEBOOK_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Tries one input. Returns 0; what must not happen ends the program. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
