/* SPDX-License-Identifier: EUPL-1.2 */
/** The steps of verification, each in a class of its own, and the writing of requests and metadata. Only the room saml comes in here. */
@NullMarked
package de.kommunalsdk.saml.internal;

import org.jspecify.annotations.NullMarked;
