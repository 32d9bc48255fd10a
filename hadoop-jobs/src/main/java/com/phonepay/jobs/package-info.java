/** The driver of the jobs: which name starts which analysis. Read {@link com.phonepay.jobs.Jobs} first. */
@NullMarked
package com.phonepay.jobs;

import org.jspecify.annotations.NullMarked;
