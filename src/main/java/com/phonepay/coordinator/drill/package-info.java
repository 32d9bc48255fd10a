/**
 * What administrators may do to the running cluster: hand the coordinator over, take a node out and back in, and order
 * drills, which the supervisor performs. It never touches money. Read {@link com.phonepay.coordinator.drill.Drills} first.
 */
@NullMarked
package com.phonepay.coordinator.drill;

import org.jspecify.annotations.NullMarked;
