/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste;

import java.util.regex.Pattern;

/**
 * A list as a message may name it although nobody knows it here: reports must not repeat what somebody wrote into an
 * attribute, so only what has the plain form of an address is named.
 */
public final class Listenname {

    private static final Pattern URN = Pattern.compile("(?:urn:|https?://)[A-Za-z0-9._:/\\-]{1,200}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._:/\\-]{0,50}");

    private Listenname() {}

    /** URN and version from a message, each replaced by "(keine ...)" unless plain. */
    public static String von(String urn, String version) {
        return URN.matcher(urn).matches() ? mit(urn, version) : "(keine URN)";
    }

    /** The same for a URN that is installed. */
    public static String mit(String urn, String version) {
        if (!VERSION.matcher(version).matches()) {
            return urn + " (keine Version)";
        }
        return version.isEmpty() ? urn : urn + "_" + version;
    }
}
