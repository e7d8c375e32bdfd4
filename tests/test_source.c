/* SPDX-License-Identifier: GPL-2.0-or-later */
#include <check.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "fault.h"
#include "source.h"

static char *folder;
static char *path;

static void set_up(void)
{
	folder = g_dir_make_tmp("source-XXXXXX", NULL);
	path = g_build_filename(folder, "paper", NULL);
}

static void tear_down(void)
{
	g_remove(path);
	g_rmdir(folder);
	g_free(path);
	g_free(folder);
}

static void write_bytes(const void *bytes, size_t len)
{
	ck_assert(g_file_set_contents(path, bytes, (gssize)len, NULL));
}

/* One gzip member; appended to `out`. */
static void gzip(GByteArray *out, const char *text, size_t len)
{
	z_stream stream = {.next_in = (guchar *)text, .avail_in = (guint)len};
	ck_assert_int_eq(deflateInit2(&stream, 9, Z_DEFLATED, MAX_WBITS + 16, 9, Z_DEFAULT_STRATEGY), Z_OK);
	guint before = out->len;
	uLong bound = deflateBound(&stream, len);
	g_byte_array_set_size(out, before + (guint)bound);
	stream.next_out = out->data + before;
	stream.avail_out = (guint)bound;
	ck_assert_int_eq(deflate(&stream, Z_FINISH), Z_STREAM_END);
	g_byte_array_set_size(out, before + (guint)stream.total_out);
	deflateEnd(&stream);
}

static void expect_content(const char *text)
{
	struct source source;
	g_autoptr(GError) error = NULL;
	ck_assert_msg(source_read(&source, path, &error), "%s", error ? error->message : "");
	ck_assert_msg(source_unpack(&source, &error), "%s", error ? error->message : "");
	ck_assert(span_equal(source_span(&source), span_of(text)));
	source_clear(&source);
}

static void expect_unpack_failure(const char *reason)
{
	struct source source;
	g_autoptr(GError) error = NULL;
	ck_assert(source_read(&source, path, NULL));
	ck_assert_uint_eq(strlen(source.sha256), 64);
	ck_assert(!source_unpack(&source, &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
	ck_assert_msg(strstr(error->message, reason) != NULL, "%s", error->message);
	source_clear(&source);
}

START_TEST(digest_and_size_are_those_of_the_bytes)
{
	struct source source;
	write_bytes("abc", 3);
	ck_assert(source_read(&source, path, NULL));
	/* FIPS 180-2, appendix B.1 */
	ck_assert_str_eq(source.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	ck_assert_int_eq(source.size, 3);
	struct stat state;
	stat(path, &state);
	ck_assert_int_eq(source.mtime / G_USEC_PER_SEC, state.st_mtim.tv_sec);
	source_clear(&source);
}
END_TEST

START_TEST(an_empty_file_is_read_as_no_bytes)
{
	write_bytes("", 0);
	expect_content("");
}
END_TEST

START_TEST(plain_bytes_are_left_as_they_are)
{
	write_bytes("\x1f\x8b", 2);
	expect_content("\x1f\x8b");
}
END_TEST

START_TEST(gzip_is_unpacked_by_content_with_all_its_members_and_padding)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	gzip(bytes, "The Panel met. ", 15);
	gzip(bytes, "", 0);
	gzip(bytes, "It adjourned.", 13);
	g_byte_array_append(bytes, (const guint8 *)"\0\0\0\0", 4);
	write_bytes(bytes->data, bytes->len);
	expect_content("The Panel met. It adjourned.");
	struct source source;
	ck_assert(source_read(&source, path, NULL));
	g_autofree char *digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes->data, bytes->len);
	ck_assert_str_eq(source.sha256, digest);
	source_clear(&source);
}
END_TEST

START_TEST(a_truncated_gzip_is_refused_at_every_length)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	gzip(bytes, "Apologies were received.", 24);
	for (guint len = 3; len < bytes->len; len++) {
		write_bytes(bytes->data, len);
		expect_unpack_failure("it ends in the middle");
	}
}
END_TEST

START_TEST(a_gzip_with_a_flipped_bit_is_refused)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	gzip(bytes, "Apologies were received.", 24);
	bytes->data[bytes->len - 6] ^= 1;
	write_bytes(bytes->data, bytes->len);
	expect_unpack_failure("damaged gzip file");
}
END_TEST

START_TEST(bytes_behind_a_gzip_are_not_dropped_in_silence)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	gzip(bytes, "Item 1", 6);
	g_byte_array_append(bytes, (const guint8 *)"Item 2", 6);
	write_bytes(bytes->data, bytes->len);
	expect_unpack_failure("other bytes follow its end");
}
END_TEST

START_TEST(a_gzip_bomb_is_refused_at_the_limit)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	size_t len = 64 << 20;
	g_autofree char *zeros = g_malloc0(len);
	g_autoptr(GByteArray) member = g_byte_array_new();
	gzip(member, zeros, len);
	for (gint64 unpacked = 0; unpacked <= SOURCE_LIMIT; unpacked += (gint64)len)
		g_byte_array_append(bytes, member->data, member->len);
	write_bytes(bytes->data, bytes->len);
	expect_unpack_failure("too large: 1.0 GiB and more when unpacked");
}
END_TEST

START_TEST(a_file_above_the_limit_is_refused_unread)
{
	struct source source;
	g_autoptr(GError) error = NULL;
	write_bytes("", 0);
	ck_assert_int_eq(truncate(path, 3 * SOURCE_LIMIT), 0);
	ck_assert(!source_read(&source, path, &error));
	ck_assert_str_eq(error->message, "too large: 3.0 GiB, the limit is 1.0 GiB");
}
END_TEST

static void expect_unreadable(const char *what, const char *reason)
{
	struct source source;
	g_autoptr(GError) error = NULL;
	ck_assert(!source_read(&source, what, &error));
	ck_assert(g_error_matches(error, FAULT, FAULT_INPUT));
	ck_assert_str_eq(error->message, reason);
}

START_TEST(what_is_no_regular_file_is_told_by_its_kind)
{
	expect_unreadable(folder, "is a folder, not a file");
	expect_unreadable("/dev/null", "is a socket or a device, not a file");
	expect_unreadable(path, "is not there (any more)");
}
END_TEST

START_TEST(a_pipe_without_a_writer_does_not_block)
{
	ck_assert_int_eq(mkfifo(path, 0600), 0);
	expect_unreadable(path, "is a pipe, not a file");
}
END_TEST

START_TEST(links_in_a_circle_are_named)
{
	ck_assert_int_eq(symlink(path, path), 0);
	expect_unreadable(path, "its symbolic links lead in a circle");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("source");
	TCase *tcase = tcase_create("source");
	tcase_add_checked_fixture(tcase, set_up, tear_down);
	tcase_set_timeout(tcase, 60);
	suite_add_tcase(suite, tcase);
	tcase_add_test(tcase, digest_and_size_are_those_of_the_bytes);
	tcase_add_test(tcase, an_empty_file_is_read_as_no_bytes);
	tcase_add_test(tcase, plain_bytes_are_left_as_they_are);
	tcase_add_test(tcase, gzip_is_unpacked_by_content_with_all_its_members_and_padding);
	tcase_add_test(tcase, a_truncated_gzip_is_refused_at_every_length);
	tcase_add_test(tcase, a_gzip_with_a_flipped_bit_is_refused);
	tcase_add_test(tcase, bytes_behind_a_gzip_are_not_dropped_in_silence);
	tcase_add_test(tcase, a_gzip_bomb_is_refused_at_the_limit);
	tcase_add_test(tcase, a_file_above_the_limit_is_refused_unread);
	tcase_add_test(tcase, what_is_no_regular_file_is_told_by_its_kind);
	tcase_add_test(tcase, a_pipe_without_a_writer_does_not_block);
	tcase_add_test(tcase, links_in_a_circle_are_named);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
