package com.phonepay.edge.http;

import com.phonepay.events.LiveFeed;
import com.phonepay.events.Republisher;

/** What the public API asks about committed events. */
public record EventPorts(LiveFeed feed, Republisher republisher) {}
