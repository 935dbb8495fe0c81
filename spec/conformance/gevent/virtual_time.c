/*
 * Virtual time for a process: a library to be preloaded into it (LD_PRELOAD).
 *
 * All of the process's own code stays what it is; only its clocks and its waits are answered
 * here. The clocks begin at 0 and stand still, but for a TICK at each look, so that no two
 * looks give the same. To wait is to see what is there already and otherwise to let the clocks
 * go on by the timeout. With no timeout, only what is outside can end the wait: that is a real one.
 *
 * Timers that libev starts within one of its iterations are due at the same instant when they
 * ask for the same delay, and then come out in the order of its heap: here each is due a little
 * after the one started before, EARLIER first. Under a live clock that is so, mostly.
 */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <poll.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>

#define SECOND 1000000000LL /* in nanoseconds, as all times here */
#define MILLISECOND 1000000LL
#define TICK 10
#define EPOCH (1000000000 * SECOND) /* when the clock that tells the date begins */
#define BEHIND 1e-12                /* seconds from one timer to the next */
#define GRACE 5                     /* milliseconds that the kernel may take from a socket to another */

static long long now;
static int timers;
static int has_sockets;

#define REAL(function) ((__typeof__(&function))dlsym(RTLD_NEXT, #function))

/* Each program is forked, and begins at 0. */
static void begin(void) { now = 0, timers = 0; }
__attribute__((constructor)) static void at_load(void) { pthread_atfork(NULL, NULL, begin); }

static void advance(long long duration)
{
    if (duration > 0) now += duration, timers = 0;
}

static long long nanoseconds(const struct timespec *time) { return time->tv_sec * SECOND + time->tv_nsec; }

/* What is told of what has passed, to who asked for what is left of it: nothing is. */

int clock_gettime(clockid_t clock, struct timespec *time)
{
    if (clock == CLOCK_PROCESS_CPUTIME_ID || clock == CLOCK_THREAD_CPUTIME_ID)
        return REAL(clock_gettime)(clock, time);
    now += TICK;
    long long shown = clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE ? EPOCH + now : now;
    time->tv_sec = shown / SECOND;
    time->tv_nsec = shown % SECOND;
    return 0;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone)
{
    struct timespec shown;
    clock_gettime(CLOCK_REALTIME, &shown);
    time->tv_sec = shown.tv_sec;
    time->tv_usec = shown.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *result)
{
    time_t seconds = (EPOCH + now) / SECOND;
    if (result) *result = seconds;
    return seconds;
}

int nanosleep(const struct timespec *duration, struct timespec *left)
{
    advance(nanoseconds(duration));
    return 0;
}

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *time, struct timespec *left)
{
    long long until = nanoseconds(time) - (clock == CLOCK_REALTIME ? EPOCH : 0);
    advance(flags & TIMER_ABSTIME ? until - now : nanoseconds(time));
    return 0;
}

/* How long, in milliseconds, to look for what is there: for what the kernel is still moving, a little. */
static int patience(void) { return has_sockets ? GRACE : 0; }

int socket(int domain, int type, int protocol)
{
    has_sockets = 1;
    return REAL(socket)(domain, type, protocol);
}

int epoll_wait(int epoll, struct epoll_event *events, int size, int timeout)
{
    int known = REAL(epoll_wait)(epoll, events, size, timeout > 0 ? patience() : timeout);
    if (known == 0) advance(timeout * MILLISECOND);
    return known;
}

int poll(struct pollfd *files, nfds_t count, int timeout)
{
    int known = REAL(poll)(files, count, timeout > 0 ? patience() : timeout);
    if (known == 0) advance(timeout * MILLISECOND);
    return known;
}

int select(int count, fd_set *reads, fd_set *writes, fd_set *errors, struct timeval *timeout)
{
    long long duration = timeout ? timeout->tv_sec * SECOND + timeout->tv_usec * 1000LL : 0;
    struct timeval look = {0, duration > 0 ? patience() * 1000 : 0};
    int known = REAL(select)(count, reads, writes, errors, timeout ? &look : NULL);
    if (known == 0) advance(duration);
    return known;
}

/* How libev's ev_timer begins. */
struct timer { int active, pending, priority; void *data; void (*callback)(void); double at, repeat; };

void ev_timer_start(void *loop, struct timer *timer)
{
    static void (*start)(void *, struct timer *);
    if (!start) start = dlsym(dlopen("libev.so.4", RTLD_LAZY | RTLD_NOLOAD), "ev_timer_start");
    if (!timer->active) timer->at += ++timers * BEHIND;
    start(loop, timer);
}
