/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The thread that writes: transactions in the order in which they were handed over. */
#include <cerrno>

#include "durable.h"
#include "wall.h"

namespace
{

/* Changes that may wait: some papers, so that neither side stands idle and memory stays small. */
constexpr size_t waiting_limit = 4000;

/* An exception leaves the index at its last flush. */
void write_batch(struct store *store, const struct batch &batch)
{
	store->writer.begin_transaction(false);
	try {
		for (const change &what : batch.changes)
			what(store->writer);
		store->writer.commit_transaction();
	} catch (...) {
		store->writer.cancel_transaction();
		throw;
	}
	if (batch.is_flushed)
		store_commit_all(store);
}

void take_next(struct store *store, std::unique_lock<std::mutex> &lock)
{
	struct writing_thread &thread = store->thread;
	struct batch batch = std::move(thread.waiting.front());
	thread.waiting.pop_front();
	thread.size -= batch.changes.size();
	thread.is_busy = true;
	bool is_dropped = static_cast<bool>(thread.failure);
	lock.unlock();
	std::exception_ptr failure;
	try {
		if (!is_dropped)
			write_batch(store, batch);
		batch.changes.clear();
	} catch (...) {
		failure = std::current_exception();
	}
	lock.lock();
	if (!thread.failure)
		thread.failure = failure;
	thread.is_busy = false;
	thread.changed.notify_all();
}

void run(struct store *store)
{
	struct writing_thread &thread = store->thread;
	std::unique_lock<std::mutex> lock(thread.mutex);
	for (;;) {
		thread.changed.wait(lock, [&] { return thread.is_over || !thread.waiting.empty(); });
		if (thread.waiting.empty())
			return;
		take_next(store, lock);
	}
}

/* From then on nothing is written, and whoever asks is told. */
void throw_failure(struct writing_thread &thread)
{
	if (thread.failure)
		std::rethrow_exception(thread.failure);
}

} // namespace

/* Xapian leaves the folder's own entries to the system's mercy, and the next revision but one writes over blocks of this one: a
 * power cut must not bring back the file that still names them. */
void store_commit_all(struct store *store)
{
	store->writer.commit();
	if (!durable_folder(store->path.c_str()))
		throw Xapian::DatabaseError("its folder cannot be made durable", errno);
}

void store_hand_over(struct store *store, struct batch &&batch)
{
	struct writing_thread &thread = store->thread;
	std::unique_lock<std::mutex> lock(thread.mutex);
	thread.changed.wait(lock, [&] { return thread.size < waiting_limit || thread.failure; });
	throw_failure(thread);
	thread.size += batch.changes.size();
	thread.waiting.push_back(std::move(batch));
	if (!thread.thread.joinable())
		thread.thread = std::thread(run, store);
	thread.changed.notify_all();
}

void store_settle(struct store *store)
{
	struct writing_thread &thread = store->thread;
	std::unique_lock<std::mutex> lock(thread.mutex);
	thread.changed.wait(lock, [&] { return thread.waiting.empty() && !thread.is_busy; });
	throw_failure(thread);
}

void store_end_thread(struct store *store) noexcept
{
	struct writing_thread &thread = store->thread;
	if (!thread.thread.joinable())
		return;
	{
		std::lock_guard<std::mutex> lock(thread.mutex);
		thread.is_over = true;
		thread.changed.notify_all();
	}
	thread.thread.join();
}
