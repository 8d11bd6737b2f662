package org.citybrain.streaming.rows;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** Tells Flink how parcels travel. */
public final class ParcelType extends TypeInformation<Parcel> {
    /** The one instance. */
    public static final ParcelType INSTANCE = new ParcelType();

    private static final long serialVersionUID = 1L;

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<Parcel> getTypeClass() {
        return Parcel.class;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<Parcel> createSerializer(SerializerConfig config) {
        return ParcelSerializer.INSTANCE;
    }

    @Override
    public String toString() {
        return "Parcel";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ParcelType;
    }

    @Override
    public int hashCode() {
        return ParcelType.class.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof ParcelType;
    }
}
