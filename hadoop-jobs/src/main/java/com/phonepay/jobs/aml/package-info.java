/**
 * Patterns of payments that stay below the reporting threshold. Finds, and never judges. Read
 * {@link com.phonepay.jobs.aml.AmlStructuring} first, then {@link com.phonepay.jobs.aml.Episode}.
 */
@NullMarked
package com.phonepay.jobs.aml;

import org.jspecify.annotations.NullMarked;
