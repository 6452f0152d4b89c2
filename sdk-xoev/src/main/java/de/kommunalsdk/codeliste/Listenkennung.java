/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste;

/**
 * What identifies one version of a code list.
 *
 * @param urn CanonicalUri of the list, never empty
 * @param version as the publisher writes it; empty in a reference means any version
 * @see <a href="https://docs.xoev.de">XÖV-Handbuch, code types 1 to 4</a>
 */
public record Listenkennung(String urn, String version) {
    public Listenkennung {
        if (urn.isEmpty()) {
            throw new IllegalArgumentException("Listenkennung ohne URN");
        }
    }

    /**
     * Takes a reference as standards write it: the version may stand only in the version URN.
     *
     * @param versionUrn empty when absent; what does not begin with {@code <urn>_} says nothing
     */
    public static Listenkennung aus(String urn, String version, String versionUrn) {
        boolean nurDort = version.isEmpty() && versionUrn.startsWith(urn + "_");
        return new Listenkennung(urn, nurDort ? versionUrn.substring(urn.length() + 1) : version);
    }

    /** {@code <CanonicalUri>_<Version>}, or the URN alone without a version. */
    public String versionUrn() {
        return version.isEmpty() ? urn : urn + "_" + version;
    }

    @Override
    public String toString() {
        return versionUrn();
    }
}
