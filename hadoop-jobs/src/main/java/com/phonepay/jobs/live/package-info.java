/**
 * A small made-up history that really happens: people are registered and pay through a running system's API, as any
 * program could. Nothing is begun twice, and what is not known is never called paid. Read
 * {@link com.phonepay.jobs.live.LiveHistory} first.
 */
@NullMarked
package com.phonepay.jobs.live;

import org.jspecify.annotations.NullMarked;
