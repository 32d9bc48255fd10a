package com.phonepay.slice.akka;

import akka.actor.ActorRef;
import com.phonepay.kernel.Caller;

/** Somebody who asked through Akka, on this node or another. */
record ActorCaller(ActorRef ref) implements Caller {}
