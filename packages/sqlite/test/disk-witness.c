/*
 * Loaded before libc, so that what a process does to the files of one folder is written down: opened, written, synced, cut, removed.
 * WITNESS_FOLDER is the folder, WITNESS_TRACE the file for the trace. One entry: a line `what descriptor number length path`, then
 * as many bytes as the length says.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define DESCRIPTORS 4096
static char watched[DESCRIPTORS];
static int trace = -1;
static const char *folder;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("WITNESS_TRACE");
  folder = getenv("WITNESS_FOLDER");
  if (path && folder) trace = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
}

static void all(const void *bytes, size_t length) {
  for (size_t done = 0; done < length;) {
    long wrote = syscall(SYS_write, trace, (const char *)bytes + done, length - done);
    if (wrote <= 0) abort();
    done += (size_t)wrote;
  }
}

static void note(const char *what, int fd, long long number, const void *bytes, size_t length, const char *path) {
  char line[1200];
  all(line, (size_t)snprintf(line, sizeof line, "%s %d %lld %zu %s\n", what, fd, number, length, path));
  all(bytes, length);
}

static int ours(int fd) { return trace >= 0 && fd >= 0 && fd < DESCRIPTORS && watched[fd]; }
static int inside(const char *path) { return trace >= 0 && strncmp(path, folder, strlen(folder)) == 0; }

static int opened(int fd, const char *path, int flags) {
  if (fd < 0 || fd >= DESCRIPTORS) return fd;
  watched[fd] = inside(path) ? 1 : 0;
  if (watched[fd]) note("open", fd, (flags & O_TRUNC) != 0, "", 0, path);
  return fd;
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define OPEN(name)                                            \
  int name(const char *path, int flags, ...) {                \
    REAL(name);                                               \
    va_list rest;                                             \
    va_start(rest, flags);                                    \
    int mode = va_arg(rest, int);                             \
    va_end(rest);                                             \
    return opened(real(path, flags, mode), path, flags);      \
  }
#define PWRITE(name)                                                                 \
  ssize_t name(int fd, const void *bytes, size_t length, off_t offset) {             \
    REAL(name);                                                                      \
    ssize_t wrote = real(fd, bytes, length, offset);                                 \
    if (wrote > 0 && ours(fd)) note("write", fd, (long long)offset, bytes, (size_t)wrote, ""); \
    return wrote;                                                                    \
  }
#define TRUNCATE(name)                                                \
  int name(int fd, off_t size) {                                      \
    REAL(name);                                                       \
    int failed = real(fd, size);                                      \
    if (!failed && ours(fd)) note("truncate", fd, (long long)size, "", 0, ""); \
    return failed;                                                    \
  }
#define SYNC(name)                                         \
  int name(int fd) {                                       \
    REAL(name);                                            \
    int failed = real(fd);                                 \
    if (!failed && ours(fd)) note("sync", fd, 0, "", 0, ""); \
    return failed;                                         \
  }

OPEN(open)
OPEN(open64)
PWRITE(pwrite)
PWRITE(pwrite64)
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)
SYNC(fsync)
SYNC(fdatasync)

ssize_t write(int fd, const void *bytes, size_t length) {
  REAL(write);
  ssize_t wrote = real(fd, bytes, length);
  /* −1: at the place where the descriptor stands, which is the end of a file that is only added to. */
  if (wrote > 0 && ours(fd)) note("write", fd, -1, bytes, (size_t)wrote, "");
  return wrote;
}

int unlink(const char *path) {
  REAL(unlink);
  int failed = real(path);
  if (!failed && inside(path)) note("unlink", -1, 0, "", 0, path);
  return failed;
}

int close(int fd) {
  REAL(close);
  if (fd >= 0 && fd < DESCRIPTORS) watched[fd] = 0;
  return real(fd);
}
