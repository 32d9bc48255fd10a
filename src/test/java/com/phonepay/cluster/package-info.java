/**
 * Tests on a real cluster: processes started by the launcher, driven over HTTP, killed without warning, and judged by the
 * journal. Read {@link com.phonepay.cluster.RunningCluster} first.
 */
@NullMarked
package com.phonepay.cluster;

import org.jspecify.annotations.NullMarked;
