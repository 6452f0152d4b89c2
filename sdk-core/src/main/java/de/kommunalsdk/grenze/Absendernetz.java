/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.grenze;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, as it is counted: an IPv4 address as it is; of IPv6 the first 64 bits, because whoever has one
 * address of such a network has all of them. Pure.
 */
public final class Absendernetz {

    private Absendernetz() {}

    /**
     * The network of an address. A text that is no IPv6 address stays as it is; nothing is ever looked up.
     *
     * @param adresse as {@code ServletRequest.getRemoteAddr} gives it
     */
    public static String von(String adresse) {
        String ohneZone = adresse.replaceFirst("%.*", "").replaceAll("[\\[\\]]", "");
        if (!ohneZone.contains(":")) {
            return adresse;
        }
        try {
            InetAddress gelesen = InetAddress.getByName("[" + ohneZone + "]"); // in brackets no name is looked up
            return gelesen instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(gelesen.getAddress(), 8)) + "/64"
                    : gelesen.getHostAddress(); // an IPv4 address in the clothes of IPv6
        } catch (UnknownHostException e) {
            return adresse;
        }
    }
}
