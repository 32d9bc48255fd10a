/** How payments went, hour by hour. Read {@link com.phonepay.jobs.health.HourlyHealth} first. */
@NullMarked
package com.phonepay.jobs.health;

import org.jspecify.annotations.NullMarked;
