/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import de.kommunalsdk.saml.Schluesselpaar;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * How an {@link Oidcserver} shall break its own rules. Each change gets what the server would send and spoils it; without one
 * the server keeps every rule. Thread-safe for one test that sets and one server that reads.
 */
public final class Oidcskript {

    volatile Consumer<Map<String, Object>> discovery = angaben -> {};
    volatile Consumer<Map<String, Object>> jwks = angaben -> {};
    volatile Consumer<Map<String, Object>> kopf = angaben -> {};
    volatile Consumer<Map<String, Object>> idToken = angaben -> {};
    volatile UnaryOperator<String> idTokenText = token -> token;
    volatile Consumer<Map<String, Object>> tokenantwort = angaben -> {};
    volatile Consumer<Map<String, Object>> nutzerinfo = angaben -> {};
    volatile UnaryOperator<String> nutzerinfoText = token -> token;
    volatile Consumer<Map<String, String>> rueckkehr = angaben -> {};
    volatile boolean nutzerinfoSigniert;
    volatile boolean nutzerinfoVorhanden = true;
    volatile boolean vorab;
    volatile boolean stumm;
    volatile boolean ausgefallen;
    volatile int tokenstatus;
    volatile int dpopNoncen;
    volatile List<Schluesselpaar> schluessel;
    volatile String verfahren = "PS256";

    Oidcskript(List<Schluesselpaar> schluessel) {
        this.schluessel = schluessel;
    }

    /** Changes the discovery document. */
    public Oidcskript discovery(Consumer<Map<String, Object>> aenderung) {
        discovery = aenderung;
        return this;
    }

    /** Changes the published keys, list {@code keys}. */
    public Oidcskript jwks(Consumer<Map<String, Object>> aenderung) {
        jwks = aenderung;
        return this;
    }

    /** Changes the header of ID tokens, before they are signed. */
    public Oidcskript kopf(Consumer<Map<String, Object>> aenderung) {
        kopf = aenderung;
        return this;
    }

    /** Changes the claims of ID tokens, before they are signed. */
    public Oidcskript idToken(Consumer<Map<String, Object>> aenderung) {
        idToken = aenderung;
        return this;
    }

    /** Changes ID tokens, after they were signed. */
    public Oidcskript idTokenText(UnaryOperator<String> aenderung) {
        idTokenText = aenderung;
        return this;
    }

    /** Changes answers of the token endpoint. */
    public Oidcskript tokenantwort(Consumer<Map<String, Object>> aenderung) {
        tokenantwort = aenderung;
        return this;
    }

    /** Answers codes with this status and carries them out nevertheless; 0: as it should be. */
    public Oidcskript tokenstatus(int status) {
        tokenstatus = status;
        return this;
    }

    /** Carries codes out and closes the connection without an answer. */
    public Oidcskript stumm() {
        stumm = true;
        return this;
    }

    /** Changes what the UserInfo endpoint says. */
    public Oidcskript nutzerinfo(Consumer<Map<String, Object>> aenderung) {
        nutzerinfo = aenderung;
        return this;
    }

    /** UserInfo comes as a signed token. */
    public Oidcskript nutzerinfoSigniert() {
        nutzerinfoSigniert = true;
        return this;
    }

    /** Changes that token, after it was signed. */
    public Oidcskript nutzerinfoText(UnaryOperator<String> aenderung) {
        nutzerinfoText = aenderung;
        return this;
    }

    /** There is no UserInfo endpoint. */
    public Oidcskript ohneNutzerinfo() {
        nutzerinfoVorhanden = false;
        return this;
    }

    /** Changes the parameters that a browser brings back. */
    public Oidcskript rueckkehr(Consumer<Map<String, String>> aenderung) {
        rueckkehr = aenderung;
        return this;
    }

    /** Requests are pushed beforehand (PAR), and only so. */
    public Oidcskript vorab() {
        vorab = true;
        return this;
    }

    /** The first so many proofs of DPoP are refused for want of a nonce. */
    public Oidcskript dpopNoncen(int anzahl) {
        dpopNoncen = anzahl;
        return this;
    }

    /** Whether discovery and keys answer 503. */
    public Oidcskript ausgefallen(boolean ja) {
        ausgefallen = ja;
        return this;
    }

    /** Other keys; the first signs by this algorithm, all are published. */
    public Oidcskript schluessel(String alg, List<Schluesselpaar> paare) {
        schluessel = List.copyOf(paare);
        verfahren = alg;
        return this;
    }
}
