#pragma once

namespace graduasi {

/// A value on the heap that is copied like a value. A header can hold a type that it only names, so
/// that whoever reads the header is not compiled anew when the type changes. Reading and writing
/// its members takes the type's own header.
///
/// The members that make, copy and destroy it are defined in held_definitions.h, for the one unit
/// that instantiates them. One that was moved from may only be destroyed or assigned to.
template <class T>
class Held {
 public:
  Held();
  Held(T const& value);
  Held(Held const& other);
  Held(Held&& other) noexcept;
  Held& operator=(Held other) noexcept;
  ~Held();

  T& operator*() { return *value_; }
  T const& operator*() const { return *value_; }
  T* operator->() { return value_; }
  T const* operator->() const { return value_; }

 private:
  T* value_;
};

}  // namespace graduasi
