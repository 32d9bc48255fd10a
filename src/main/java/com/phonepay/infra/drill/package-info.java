/**
 * Drills: a fault on the running cluster, under load, measured and reverted. It sees the cluster as customers and
 * operators see it and never looks into a node. Read {@link com.phonepay.infra.drill.DrillRun} first.
 */
@NullMarked
package com.phonepay.infra.drill;

import org.jspecify.annotations.NullMarked;
