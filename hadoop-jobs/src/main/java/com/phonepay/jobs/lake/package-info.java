/**
 * The landed events as the jobs see them: folders by topic and day, Avro files read piece by piece, with the fields that
 * a job asked for. What is damaged is counted and left out; it must never stop a job, and never become a record that
 * nobody wrote. Read {@link com.phonepay.jobs.lake.Lake} first.
 */
@NullMarked
package com.phonepay.jobs.lake;

import org.jspecify.annotations.NullMarked;
